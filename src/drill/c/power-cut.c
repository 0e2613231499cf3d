/*
 * Loses what MariaDB has not synced, as a power cut does. Loaded into mariadbd with LD_PRELOAD by scripts/drill power-cut.
 *
 * Before each write to a file below the folder POWER_CUT the bytes that it replaces are kept, until an fsync of that file has
 * returned. When the file ../power-cut appears beside the data folder, all that is still kept is written back, latest first, and the
 * process ends at once. A file that was created, renamed, shortened or deleted without a sync stays so, and writes through mmap or
 * through the kernel's own asynchronous input and output are not seen: the drill switches both off for InnoDB.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* A write that is not synced, and what was there before. */
struct unsynced {
    struct unsynced *older;
    dev_t device;
    ino_t file;
    int again; /* the file, opened once more for all its writes: without O_DIRECT, and open even if the server closes it */
    unsigned long number;
    off_t at, size;
    size_t length;
    char before[];
};

static struct unsynced *latest;
static unsigned long written;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

/* Is it a file below the folder whose writes a power cut may lose? */
static int is_ours(int fd, struct stat *is) {
    char link[40], path[4096];
    ssize_t length;
    int flags = fcntl(fd, F_GETFL);
    if (!folder || flags < 0 || (flags & O_DSYNC) || fstat(fd, is) || !S_ISREG(is->st_mode) || is->st_nlink == 0) {
        return 0;
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    return length > 0 && !strncmp(path, folder, strlen(folder));
}

static int is_of(const struct unsynced *one, const struct stat *is) { return one->device == is->st_dev && one->file == is->st_ino; }

static int opened_again(int fd, const struct stat *is) {
    char link[40];
    int low, high;
    for (struct unsynced *one = latest; one; one = one->older) {
        if (is_of(one, is)) return one->again;
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if ((low = open(link, O_RDWR | O_CLOEXEC)) < 0) return low;
    /* far from the server's own numbers: a TLS record for a client once came into the log, under a number that the server had closed */
    high = fcntl(low, F_DUPFD_CLOEXEC, 8000);
    close(low);
    return high;
}

/* Keeps what a write will replace. The lock is held. */
static void keep(int fd, const struct stat *is, size_t length, off_t at) {
    struct unsynced *one = malloc(sizeof *one + length);
    ssize_t there;
    if (!one || (one->again = opened_again(fd, is)) < 0) {
        free(one);
        return;
    }
    there = pread(one->again, one->before, length, at);
    one->length = there < 0 ? 0 : (size_t) there;
    one->device = is->st_dev, one->file = is->st_ino, one->at = at, one->size = is->st_size, one->number = ++written;
    one->older = latest, latest = one;
}

/* Forgets what was written to a file up to a number: it is on the disk now. */
static void forget(const struct stat *is, unsigned long upTo) {
    int again = -1, still = 0;
    pthread_mutex_lock(&lock);
    for (struct unsynced **at = &latest; *at;) {
        struct unsynced *one = *at;
        if (is_of(one, is) && one->number <= upTo) {
            *at = one->older;
            again = one->again;
            free(one);
        } else {
            still |= is_of(one, is);
            at = &one->older;
        }
    }
    if (again >= 0 && !still) close(again);
    pthread_mutex_unlock(&lock);
}

static void *await_cut(void *nothing) {
    (void) nothing;
    while (access("../power-cut", F_OK)) usleep(5000);
    pthread_mutex_lock(&lock); /* for ever: nothing is written any more */
    ssize_t (*write_back)(int, const void *, size_t, off_t) = REAL(pwrite);
    unsigned long count = 0;
    for (struct unsynced *one = latest; one; one = one->older, count++) {
        if (write_back(one->again, one->before, one->length, one->at) < 0 || ftruncate(one->again, one->size)) {
            fprintf(stderr, "power cut: a write could not be undone: %s\n", strerror(errno));
        }
    }
    fprintf(stderr, "power cut: %lu writes that were not synced are lost\n", count);
    kill(getpid(), SIGKILL);
    return NULL;
}

__attribute__((constructor)) static void begin(void) {
    pthread_t thread;
    sigset_t all, before;
    if (strstr(program_invocation_short_name, "mariadbd") && (folder = getenv("POWER_CUT"))) {
        sigfillset(&all); /* the server has a thread of its own for signals */
        pthread_sigmask(SIG_SETMASK, &all, &before);
        pthread_create(&thread, NULL, await_cut, NULL);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
}

/* Where the next write of a file begins that has no place of its own. */
static off_t place(int fd, const struct stat *is) {
    return fcntl(fd, F_GETFL) & O_APPEND ? is->st_size : lseek(fd, 0, SEEK_CUR);
}

static size_t sum(const struct iovec *parts, int count) {
    size_t all = 0;
    while (count-- > 0) all += parts[count].iov_len;
    return all;
}

/* Holds the lock from before the size is read until the real write is done: no write comes in between. */
#define WRITES(length, at, call)               \
    struct stat is;                            \
    if (!is_ours(fd, &is)) return call;        \
    pthread_mutex_lock(&lock);                 \
    fstat(fd, &is);                            \
    keep(fd, &is, length, at);                 \
    ssize_t done = call;                       \
    pthread_mutex_unlock(&lock);               \
    return done

ssize_t write(int fd, const void *bytes, size_t length) { WRITES(length, place(fd, &is), REAL(write)(fd, bytes, length)); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    WRITES(sum(parts, count), place(fd, &is), REAL(writev)(fd, parts, count));
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { WRITES(length, at, REAL(pwrite)(fd, bytes, length, at)); }

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { WRITES(length, at, REAL(pwrite)(fd, bytes, length, at)); }

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    WRITES(sum(parts, count), at, REAL(pwritev)(fd, parts, count, at));
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
    WRITES(sum(parts, count), at, REAL(pwritev)(fd, parts, count, at));
}

/* Writes that come while the sync runs may not be on the disk: only those before it are forgotten. */
#define SYNCS(call)                     \
    struct stat is;                     \
    if (!is_ours(fd, &is)) return call; \
    pthread_mutex_lock(&lock);          \
    unsigned long before = written;     \
    pthread_mutex_unlock(&lock);        \
    int failed = call;                  \
    if (!failed) forget(&is, before);   \
    return failed

int fsync(int fd) { SYNCS(REAL(fsync)(fd)); }

int fdatasync(int fd) { SYNCS(REAL(fdatasync)(fd)); }

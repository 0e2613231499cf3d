package uk.thinkuknow.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A TCP proxy in front of a database that delays each piece of a response by the milliseconds that a file contains. */
public final class DelayProxy {
    private final int to;
    private final Path delay;

    private DelayProxy(int to, Path delay) {
        this.to = to;
        this.delay = delay;
    }

    /** @param arguments the port to listen on, the database's port, and the file with the delay in milliseconds */
    public static void main(String[] arguments) throws IOException {
        var line = new DelayProxy(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        try (var listening = new ServerSocket(Integer.parseInt(arguments[0]), 200, InetAddress.getLoopbackAddress())) {
            while (true) {
                var client = listening.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> line.take(client));
            }
        }
    }

    private void take(Socket client) {
        try (client;
                var database = new Socket(InetAddress.getLoopbackAddress(), to)) {
            database.setTcpNoDelay(true);
            var requests = Thread.ofVirtual().start(() -> pass(client, database, false));
            pass(database, client, true);
            requests.join();
        } catch (IOException | InterruptedException gone) {
            // the client notices the closed connection
        }
    }

    private void pass(Socket from, Socket to, boolean slowly) {
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (slowly) {
                    Thread.sleep(Long.parseLong(Files.readString(delay).strip()));
                }
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException | NumberFormatException gone) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is already closed
        }
    }
}

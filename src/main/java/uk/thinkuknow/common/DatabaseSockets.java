package uk.thinkuknow.common;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sockets to the database. One that has waited for its timeout in vain is read no more: to close a TLS
 * connection Java reads what is left, and would wait as long once more for a server that is cut off.
 */
public final class DatabaseSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new GivingUpSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private static Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        var socket = new GivingUpSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class GivingUpSocket extends Socket {
        @Override
        public InputStream getInputStream() throws IOException {
            return new GivingUpStream(super.getInputStream());
        }
    }

    private static final class GivingUpStream extends FilterInputStream {
        private boolean inVain;

        private GivingUpStream(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (inVain) {
                throw new SocketTimeoutException("timeout");
            }
            try {
                return super.read(into, from, most);
            } catch (SocketTimeoutException e) {
                inVain = true;
                throw e;
            }
        }
    }
}

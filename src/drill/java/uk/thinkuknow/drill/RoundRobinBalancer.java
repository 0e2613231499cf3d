package uk.thinkuknow.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small TCP load balancer: each connection goes to the next port that accepts it. For machines without HAProxy. */
public final class RoundRobinBalancer {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int[] ports;
    private int next;

    private RoundRobinBalancer(int[] ports) {
        this.ports = ports;
    }

    /** @param arguments the port to listen on, then the ports of the instances */
    public static void main(String[] arguments) throws IOException {
        var numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        try (var listening = new ServerSocket(numbers[0], 200, InetAddress.getLoopbackAddress())) {
            var balancer = new RoundRobinBalancer(Arrays.copyOfRange(numbers, 1, numbers.length));
            while (true) {
                balancer.take(listening.accept());
            }
        }
    }

    private void take(Socket client) {
        threads.execute(() -> {
            try (client;
                    var server = connect()) {
                var back = threads.submit(() -> pass(server, client));
                pass(client, server);
                back.get();
            } catch (IOException | java.util.concurrent.ExecutionException e) {
                // The client tries again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized int turn() {
        return next++;
    }

    private Socket connect() throws IOException {
        for (int tried = 0; tried < ports.length; tried++) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), ports[turn() % ports.length]);
            } catch (IOException gone) {
                // Try the next port.
            }
        }
        throw new IOException("nobody takes the connection");
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is already closed.
        }
    }
}

package org.tallystick.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tallystick.history.Witness.Answer;
import org.tallystick.platform.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A witness for other people's logs: a small program with one file and no database. */
@Command(name = "witness", description = "Signs the checkpoints of logs that others run, if they continue what it saw.")
public final class RunWitness implements Callable<Integer> {

    /** A checkpoint with a hundred signatures has less. */
    private static final int MOST_BYTES = 100_000;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name: witness.example.org.")
    private String name = "";

    @Option(
            names = "--log",
            required = true,
            paramLabel = "KEY",
            description = "Public key of a log it knows; may be given several times.")
    private List<String> logs = List.of();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            defaultValue = "tallystick-witness.json",
            description = "Its key and what it has seen (${DEFAULT-VALUE}). Keep it secret, and keep it.")
    private Path state = Path.of("");

    @Option(names = "--port", paramLabel = "N", defaultValue = "8090", description = "Port (${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "A",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (${DEFAULT-VALUE}).")
    private String address = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Witness witness = witness();
        HttpServer server = serve(witness, new InetSocketAddress(address, port));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("The witness answers at http://" + address + ":"
                + server.getAddress().getPort() + "/; give its key to those who run the logs:");
        out.println(witness.key());
        out.flush();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
        new CountDownLatch(1).await();
        return 0;
    }

    private Witness witness() throws IOException {
        try {
            return new Witness(state, name, logs.stream().map(NoteKey::parse).toList(), Clock.systemUTC());
        } catch (IllegalArgumentException unfit) {
            throw new Refused("This is no witness of these logs: " + unfit.getMessage());
        }
    }

    /** Answers until the server is stopped. */
    static HttpServer serve(Witness witness, InetSocketAddress where) throws IOException {
        HttpServer server = HttpServer.create(where, 0);
        server.createContext("/add-checkpoint", exchange -> answer(exchange, witness));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, Witness witness) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals("POST")
                    ? read(exchange, witness)
                    : new Answer(405, "Send a checkpoint with POST.\n");
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.status() == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Answer read(HttpExchange exchange, Witness witness) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES
                ? new Answer(413, "That is too long for a checkpoint.\n")
                : witness.add(new String(body, StandardCharsets.UTF_8));
    }
}

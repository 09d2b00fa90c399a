package bank.jianghai.mobile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Reads and writes the signed-in customer of a session. */
public final class CurrentCustomer {

    private static final String ATTRIBUTE = "bank.customerId";
    private static final String STAFF = "bank.staff";

    private CurrentCustomer() {
    }

    /** Opens a new session, so that an old session id is worth nothing after the sign-in. */
    public static void signIn(HttpServletRequest request, long customerId, boolean staff) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(ATTRIBUTE, customerId);
        session.setAttribute(STAFF, staff);
    }

    public static void signOut(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    public static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Long;
    }

    public static boolean isStaff(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(STAFF));
    }

    public static long id(HttpSession session) {
        if (session.getAttribute(ATTRIBUTE) instanceof Long id) {
            return id;
        }
        throw new NotSignedInException();
    }
}

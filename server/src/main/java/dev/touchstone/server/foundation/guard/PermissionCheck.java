package dev.touchstone.server.foundation.guard;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Closed unless opened: an operation without a permission answers only if it is public. */
@Component
class PermissionCheck implements HandlerInterceptor {

    private final Credentials credentials;

    PermissionCheck(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod operation) || ErrorApi.isHandler(operation)) {
            return true;
        }
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true; // the second part of a request that was checked in its first
        }
        Needs needs = operation.getMethodAnnotation(Needs.class);
        if (needs == null) {
            if (PublicOperations.contains(request.getMethod(), request.getRequestURI())) {
                return true;
            }
            throw new Refusal.NotAllowed("This operation is closed.");
        }
        Caller caller = Callers.current();
        if (!caller.may(needs.value())) {
            List<String> whom = credentials.whoGrantsRights(caller.entityId());
            throw new Refusal.NotAllowed(
                    Sentence.of(
                            "You do not hold the right %s anywhere. Ask %s to grant you a role that has it.",
                            needs.value(), Sentence.whom(whom)),
                    whom);
        }
        return true;
    }
}

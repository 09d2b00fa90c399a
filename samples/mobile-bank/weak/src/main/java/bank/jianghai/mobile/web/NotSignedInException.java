package bank.jianghai.mobile.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A page that needs a customer was asked for without one. */
@ResponseStatus(HttpStatus.UNAUTHORIZED)
public class NotSignedInException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}

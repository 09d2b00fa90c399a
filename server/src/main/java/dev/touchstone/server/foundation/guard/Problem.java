package dev.touchstone.server.foundation.guard;

import dev.touchstone.contract.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of every answer that is not a success, by RFC 9457.
 *
 * @param detail what happened, why, and what to do
 * @param instance id of the request, which also stands in the log
 * @param faults what is wrong in the input, each with its place
 * @param whom names of those who can help
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> faults,
        List<String> whom) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Problem of(HttpServletRequest request, Kind kind, Sentence detail) {
        return of(request, kind, detail, List.of(), List.of());
    }

    static Problem of(
            HttpServletRequest request,
            Kind kind,
            Sentence detail,
            List<Fault> faults,
            List<String> whom) {
        return new Problem(
                "urn:touchstone:" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind.title(request.getLocale()),
                kind.status(),
                detail.in(request.getLocale()),
                "urn:uuid:" + RequestId.of(request),
                faults,
                whom);
    }

    ResponseEntity<Problem> answer() {
        return answer(new HttpHeaders());
    }

    ResponseEntity<Problem> answer(HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /** For filters, which stand before the controllers. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(this));
    }

    /** The kinds of problem, each with its status and title. */
    enum Kind {
        MALFORMED(400, "Not readable", "无法读取"),
        TWO_CREDENTIALS(400, "Token and session at once", "同时带了令牌和会话"),
        NOT_SIGNED_IN(401, "Not signed in", "尚未登录"),
        NOT_ALLOWED(403, "Not allowed", "没有权限"),
        FORGED(403, "Not from this page", "请求不是从本页面发出的"),
        NOT_FOUND(404, "Not found", "没有找到"),
        NO_SUCH_METHOD(405, "Method not offered", "不支持的方法"),
        NOT_ACCEPTABLE(406, "No such form of answer", "不支持的应答格式"),
        CONFLICT(409, "Not possible now", "现在不能这样做"),
        TOO_LARGE(413, "Too large", "超过大小限制"),
        WRONG_MEDIA_TYPE(415, "Wrong form of input", "不支持的输入格式"),
        INVALID(422, "Not valid", "内容不正确"),
        TOO_MANY(429, "Too many tries", "尝试次数过多"),
        BROKEN(500, "The platform failed", "平台出错"),
        UNAVAILABLE(503, "Not available now", "暂时不可用");

        private final int status;
        private final String english;
        private final String chinese;

        Kind(int status, String english, String chinese) {
            this.status = status;
            this.english = english;
            this.chinese = chinese;
        }

        int status() {
            return status;
        }

        String title(Locale language) {
            return language.getLanguage().equals("zh") ? chinese : english;
        }

        static Kind ofStatus(int status) {
            for (Kind kind : values()) {
                if (kind.status == status) {
                    return kind;
                }
            }
            return status < 500 ? MALFORMED : BROKEN;
        }
    }
}

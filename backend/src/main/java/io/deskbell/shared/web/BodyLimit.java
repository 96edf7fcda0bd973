package io.deskbell.shared.web;

import java.io.IOException;
import java.io.OutputStream;

import io.deskbell.shared.ProblemCode;
import io.deskbell.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the size of request bodies, with or without a Content-Length, since controllers
 * keep bodies in memory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class BodyLimit extends OncePerRequestFilter {

    /**
     * How many times the limit is read and discarded: a client that is still sending when
     * the connection is closed may never see the answer.
     */
    private static final int READ_OUT = 4;

    private final Settings settings;

    private final Problems problems;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean frames = request.getServletPath().startsWith("/ws/");
        long most = (frames ? this.settings.framesSize() : this.settings.requestSize()).toBytes();
        if (request.getContentLengthLong() > most) {
            if (request.getContentLengthLong() <= READ_OUT * most) {
                request.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            Refusal refusal = tooLarge(most);
            this.problems.write(response, refusal.getCode(), refusal.getDetail());
            return;
        }
        boolean hasUnknownLength = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(hasUnknownLength ? new Limited(request, most) : request, response);
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(ProblemCode.INVALID_REQUEST,
                "This request is too large: " + most / 1024 + " KB at most. Send less at once.");
    }

    /**
     * Size limits of requests.
     *
     * @param requestSize the body of a request
     * @param framesSize the frames that SockJS sends at once if there is no WebSocket
     */
    @ConfigurationProperties("deskbell.limits")
    record Settings(@DefaultValue("128KB") DataSize requestSize, @DefaultValue("1MB") DataSize framesSize) {
    }

    /** A request whose body is counted while it is read. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), this.most);
        }

    }

    @RequiredArgsConstructor
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;

        private final long most;

        private long read;

        @Override
        public int read() throws IOException {
            return count(this.body.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int came = this.body.read(into, offset, length);
            return count(came, came);
        }

        private int count(int result, int bytes) {
            if (result >= 0) {
                this.read += bytes;
            }
            if (this.read > this.most) {
                throw tooLarge(this.most);
            }
            return result;
        }

        @Override
        public boolean isFinished() {
            return this.body.isFinished();
        }

        @Override
        public boolean isReady() {
            return this.body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            this.body.setReadListener(listener);
        }

    }

}

package io.deskbell.chat.web;

import java.security.Principal;

import io.deskbell.chat.StateChecksums;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class ChecksumController {

    private final StateChecksums checksums;

    @GetMapping("/api/checksum")
    StateChecksums.Checksum checksum(Principal principal) {
        return this.checksums.of(Caller.of(principal));
    }

}

package io.deskbell.account.web;

import io.deskbell.account.device.DevicePairing;
import lombok.RequiredArgsConstructor;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/desks/{code}")
@RequiredArgsConstructor
class PairingController {

    private final DevicePairing pairing;

    @PostMapping("/pairing")
    @ResponseStatus(HttpStatus.CREATED)
    DevicePairing.NewCode offer(@PathVariable String code) {
        return this.pairing.offer(code);
    }

    @DeleteMapping("/device")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpair(@PathVariable String code) {
        this.pairing.unpair(code);
    }

}

package io.deskbell.region.web;

import java.security.Principal;
import java.util.List;

import io.deskbell.region.DeskBoard;
import io.deskbell.region.DeskStatus;
import io.deskbell.shared.Caller;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class DeskBoardController {

    private final DeskBoard board;

    @GetMapping("/api/regions/{code}/desks")
    Items desks(Principal principal, @PathVariable String code) {
        return new Items(this.board.of(Caller.of(principal), code));
    }

    record Items(List<DeskStatus> items) {
    }

}

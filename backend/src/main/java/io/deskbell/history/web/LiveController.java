package io.deskbell.history.web;

import io.deskbell.history.LiveBoard;
import lombok.RequiredArgsConstructor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
class LiveController {

    private final LiveBoard board;

    @GetMapping("/api/admin/live")
    LiveBoard.Board live() {
        return this.board.now();
    }

}

package io.deskbell.bench.naive;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.NullUnmarked;

/** One chat message, as a tutorial's entity. */
@Entity
@NullUnmarked
public class ChatMessage {

    @Id
    @GeneratedValue
    private Long id;

    private String room;

    private String username;

    private String contents;

    private Instant sendDate;

    protected ChatMessage() {
    }

    ChatMessage(String room, String username, String contents) {
        this.room = room;
        this.username = username;
        this.contents = contents;
        this.sendDate = Instant.now();
    }

    public Long getId() {
        return this.id;
    }

    public String getRoom() {
        return this.room;
    }

    public String getUsername() {
        return this.username;
    }

    public String getContents() {
        return this.contents;
    }

    public Instant getSendDate() {
        return this.sendDate;
    }

}

package io.deskbell.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the notes of a transaction and stores them right before its commit. Allocating
 * places serialises transactions, so the lock is held only for the duration of a commit,
 * and inboxes are locked in a fixed order.
 */
@Component
@RequiredArgsConstructor
class PendingNotes {

    private final Notes notes;

    private final InboxReadMarks marks;

    private final EntityManager entities;

    /** Adds a note; {@code reader}, if given, has already read it. */
    void add(Note note, @Nullable String reader) {
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Pending pending)) {
            new Pending(new Kept(note, reader)).begin();
            return;
        }
        pending.kept.add(new Kept(note, reader));
    }

    private void store(List<Kept> kept) {
        this.entities.flush();
        Map<String, Long> lasting = kept.stream()
            .map(Kept::note)
            .filter((note) -> !note.kind().isAlert())
            .collect(Collectors.groupingBy(Note::inbox, TreeMap::new, Collectors.counting()));
        Map<String, Long> next = new TreeMap<>();
        lasting.forEach((inbox, many) -> next.put(inbox, this.notes.takePlaces(inbox, many) - many + 1));
        kept.forEach((each) -> {
            Note note = each.note();
            Long place = note.kind().isAlert() ? null : next.merge(note.inbox(), 1L, Long::sum) - 1;
            Note stored = this.notes.insert(note, place);
            if (each.reader() != null) {
                this.marks.read(each.reader(), stored, stored.sentAt());
            }
        });
    }

    private record Kept(Note note, @Nullable String reader) {
    }

    /** The pending notes of one transaction. */
    private final class Pending implements TransactionSynchronization {

        private final List<Kept> kept = new ArrayList<>();

        Pending(Kept first) {
            this.kept.add(first);
        }

        void begin() {
            resume();
            TransactionSynchronizationManager.registerSynchronization(this);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingNotes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingNotes.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            store(this.kept);
        }

        @Override
        public void afterCompletion(int status) {
            suspend();
        }

    }

}

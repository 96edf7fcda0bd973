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
 * The notes of a transaction, which are stored as the last thing it does: places are
 * given out one transaction after the other, inboxes in one order, and nobody waits for
 * longer than a commit takes.
 */
@Component
@RequiredArgsConstructor
class PendingNotes {

    private final Notes notes;

    private final InboxReadMarks marks;

    private final EntityManager entities;

    /** Keeps a note, which its writer has read if the inbox is the writer's own. */
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

    /** Those of one transaction. */
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

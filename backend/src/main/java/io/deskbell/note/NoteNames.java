package io.deskbell.note;

import io.deskbell.region.CodeAndName;
import io.deskbell.region.Desk;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * Adds the current names of desks and regions in other languages to notes, which store
 * only the main name.
 */
@Component
@RequiredArgsConstructor
class NoteNames {

    private final RegionDirectory directory;

    NoteView with(NoteView note) {
        return note.named(this::desk, this::region);
    }

    private CodeAndName desk(CodeAndName kept) {
        return this.directory.desk(kept.code()).map(Desk::getNames).map(kept::with).orElse(kept);
    }

    private CodeAndName region(CodeAndName kept) {
        return this.directory.region(kept.code()).map(Region::getNames).map(kept::with).orElse(kept);
    }

}

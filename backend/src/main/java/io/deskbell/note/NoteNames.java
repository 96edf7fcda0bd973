package io.deskbell.note;

import io.deskbell.region.CodeAndName;
import io.deskbell.region.Desk;
import io.deskbell.region.Region;
import io.deskbell.region.RegionDirectory;
import lombok.RequiredArgsConstructor;

import org.springframework.stereotype.Component;

/**
 * What the desks and regions that notes tell of are called in other languages by now. A
 * note keeps only their own names.
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

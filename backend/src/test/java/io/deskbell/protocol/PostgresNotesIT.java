package io.deskbell.protocol;

import io.deskbell.note.web.NotesIT;
import io.deskbell.testing.OnPostgres;

/** The inbox on PostgreSQL. */
@OnPostgres
class PostgresNotesIT extends NotesIT {

}

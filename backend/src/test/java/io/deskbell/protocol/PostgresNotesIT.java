package io.deskbell.protocol;

import io.deskbell.note.web.NotesTests;
import io.deskbell.testing.OnPostgres;

/** The inbox on PostgreSQL. */
@OnPostgres
class PostgresNotesIT extends NotesTests {

}

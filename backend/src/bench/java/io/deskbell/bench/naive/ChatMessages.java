package io.deskbell.bench.naive;

import org.springframework.data.jpa.repository.JpaRepository;

/** All that was said. */
interface ChatMessages extends JpaRepository<ChatMessage, Long> {

}

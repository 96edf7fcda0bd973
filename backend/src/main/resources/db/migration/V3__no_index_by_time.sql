-- It was written anew with each message and cost H2 a third of every commit. Searches go by the key: newest call first.
drop index messages_by_time;

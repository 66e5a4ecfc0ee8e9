/**
 * What members write for each other, reviews and the board; what they say in parties' rooms, and
 * what they are told.
 *
 * <p>What holds for rooms: what is said in a party's room gets its number from the database, in the
 * statement that stores it, and is then shown to whoever is connected. Showing may fail at any
 * time; numbers without gaps let every client see what it missed and ask for it. Who may read or
 * write is asked in every statement, never remembered.
 */
@NullMarked
package io.takewithott.community;

import org.jspecify.annotations.NullMarked;

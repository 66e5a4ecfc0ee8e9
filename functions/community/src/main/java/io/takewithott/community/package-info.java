/**
 * What members say to each other, and what they are told.
 *
 * <p>What holds everywhere here: what is said in a party's room gets its number from the database,
 * in the statement that stores it, and is then shown to whoever is connected. Showing may fail at
 * any time; numbers without gaps let every client see what it missed and ask for it. Who may read
 * or write is asked in every statement, never remembered.
 */
@NullMarked
package io.takewithott.community;

import org.jspecify.annotations.NullMarked;

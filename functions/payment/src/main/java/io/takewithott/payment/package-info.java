/**
 * Parties that share what a streaming service costs, and the money in between.
 *
 * <p>What holds everywhere here: money is whole won; every move of an order, a seat or a membership
 * is one statement that is conditional on the state it leaves and that writes its ledger entries
 * itself, so that a function may die between any two steps. What another system is asked to do is
 * stored before it is asked, under an id that is used once; what came of it is read from the
 * provider's receipt, never from a caller. A decision about money is made by a pure function on
 * what was read, and carried out only if the membership's version is still the one it was made on.
 */
@NullMarked
package io.takewithott.payment;

import org.jspecify.annotations.NullMarked;

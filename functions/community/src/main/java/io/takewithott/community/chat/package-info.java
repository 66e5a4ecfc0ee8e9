/**
 * What is said in a party's room: stored once and in order, shown to whoever is there.
 *
 * <p>A client says on its connection, as JSON with an {@code action}: {@code send} (partyId,
 * clientId, text), {@code sync} (partyId, after), {@code read} (partyId, seq), {@code typing}
 * (partyId), {@code presence} (partyId), {@code ping}. It hears, as JSON with a {@code type}:
 * {@code ack} for what it sent, {@code message}, {@code sync}, {@code read}, {@code deleted},
 * {@code typing}, {@code presence}, {@code rooms} for a ping, {@code error}, and {@code reconnect}
 * when the connection is not known any more; from elsewhere {@code room}, {@code notifications} and
 * {@code ranking}.
 *
 * <p>A client that loses nothing keeps the number of the last entry of each room that it has
 * without a gap. It asks with {@code sync} for what comes after it when it has opened a connection,
 * when a number comes that is not the next, and when {@code rooms} or {@code room} name a higher
 * one. It leaves aside what it has, and sends again, with the same {@code clientId}, what was not
 * acknowledged.
 */
@NullMarked
package io.takewithott.community.chat;

import org.jspecify.annotations.NullMarked;

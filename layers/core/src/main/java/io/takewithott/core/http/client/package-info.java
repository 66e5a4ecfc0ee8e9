/** What is needed to ask other systems over HTTP without trusting what they answer. */
@NullMarked
package io.takewithott.core.http.client;

import org.jspecify.annotations.NullMarked;

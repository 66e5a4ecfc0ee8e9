/** Mail to one person, by way of SES in the cloud. */
@NullMarked
package io.takewithott.core.mail;

import org.jspecify.annotations.NullMarked;

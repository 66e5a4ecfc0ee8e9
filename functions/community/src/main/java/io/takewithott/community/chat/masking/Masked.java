package io.takewithott.community.chat.masking;

/**
 * @param masked whether anything was taken out
 */
public record Masked(String text, boolean masked) {}

package uk.thinkuknow.classroom.worry;

/**
 * Words that only a key of ours opens.
 *
 * @param keyId which key
 * @param bytes a nonce of their own, then the words and their seal
 */
record Sealed(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "sealed with " + keyId;
    }
}

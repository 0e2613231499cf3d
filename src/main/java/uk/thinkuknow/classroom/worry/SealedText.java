package uk.thinkuknow.classroom.worry;

/**
 * An encrypted text of a worry, with the name of its key.
 *
 * @param keyId name of the key
 * @param bytes the nonce, then the ciphertext with its tag
 */
record SealedText(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "sealed with " + keyId;
    }
}

package io.deskbell.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 that counts what is forced to it and can be full or broken for a while:
 * {@code jdbc:h2:faulty:/folder/name}.
 */
public final class FaultyDisk extends FilePathWrapper {

    private static final AtomicInteger FORCES = new AtomicInteger();

    private static volatile Fault fault = Fault.NONE;

    /** Makes the scheme known to H2. */
    public static void register() {
        FilePath.register(new FaultyDisk());
    }

    public static void suffer(Fault next) {
        fault = next;
    }

    /** How often a file was forced to the disk. */
    public static int forces() {
        return FORCES.get();
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    /** What the disk suffers from. */
    public enum Fault {

        /** From nothing. */
        NONE,
        /** Nothing more can be written. */
        FULL,
        /** What is written can't be forced to the disk. */
        UNFORCEABLE

    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel file;

        Channel(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return this.file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            if (fault == Fault.FULL) {
                throw new IOException("No space left on device");
            }
            return this.file.write(source, position);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (fault == Fault.UNFORCEABLE) {
                throw new IOException("Input/output error");
            }
            this.file.force(metaData);
            FORCES.incrementAndGet();
        }

        @Override
        public long size() throws IOException {
            return this.file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            this.file.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return this.file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            this.file.close();
        }

    }

}

package dev.belay.xml.type;

import dev.belay.xml.XmlName;
import dev.belay.xml.XmlReader;
import dev.belay.xml.XmlWriter;

import java.util.Arrays;

/** What differs between arrays of primitives. */
abstract class PrimitiveArray<A> {
    static final PrimitiveArray<boolean[]> BOOLEANS =
            new PrimitiveArray<>() {
                @Override
                boolean[] empty() {
                    return new boolean[0];
                }

                @Override
                int length(boolean[] items) {
                    return items.length;
                }

                @Override
                boolean[] resize(boolean[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, boolean[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, boolean[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    static final PrimitiveArray<short[]> SHORTS =
            new PrimitiveArray<>() {
                @Override
                short[] empty() {
                    return new short[0];
                }

                @Override
                int length(short[] items) {
                    return items.length;
                }

                @Override
                short[] resize(short[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, short[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, short[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    static final PrimitiveArray<int[]> INTS =
            new PrimitiveArray<>() {
                @Override
                int[] empty() {
                    return new int[0];
                }

                @Override
                int length(int[] items) {
                    return items.length;
                }

                @Override
                int[] resize(int[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, int[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, int[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    static final PrimitiveArray<long[]> LONGS =
            new PrimitiveArray<>() {
                @Override
                long[] empty() {
                    return new long[0];
                }

                @Override
                int length(long[] items) {
                    return items.length;
                }

                @Override
                long[] resize(long[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, long[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, long[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    static final PrimitiveArray<float[]> FLOATS =
            new PrimitiveArray<>() {
                @Override
                float[] empty() {
                    return new float[0];
                }

                @Override
                int length(float[] items) {
                    return items.length;
                }

                @Override
                float[] resize(float[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, float[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, float[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    static final PrimitiveArray<double[]> DOUBLES =
            new PrimitiveArray<>() {
                @Override
                double[] empty() {
                    return new double[0];
                }

                @Override
                int length(double[] items) {
                    return items.length;
                }

                @Override
                double[] resize(double[] items, int length) {
                    return Arrays.copyOf(items, length);
                }

                @Override
                int read(XmlReader reader, XmlName item, double[] into, int offset, int length) {
                    return reader.readArray(item, into, offset, length);
                }

                @Override
                void write(XmlWriter writer, XmlName item, double[] items, int length) {
                    writer.array(item, items, 0, length);
                }
            };

    abstract A empty();

    abstract int length(A items);

    abstract A resize(A items, int length);

    abstract int read(XmlReader reader, XmlName item, A into, int offset, int length);

    abstract void write(XmlWriter writer, XmlName item, A items, int length);
}

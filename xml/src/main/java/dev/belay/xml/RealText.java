package dev.belay.xml;

/**
 * The shortest text of a single or double that reads back the same, in the form that .NET gives it:
 * plain digits for exponents from -5 to 14 (6 for a single), else one digit before the point and an
 * exponent with sign and two digits.
 */
final class RealText {
    private static final int DOUBLE_DIGITS = 15;
    private static final int FLOAT_DIGITS = 7;
    private static final double LEAST_DOUBLES = 1e-320;
    private static final float LEAST_FLOATS = 9.9E-44f;

    private RealText() {}

    static void append(double value, XmlOutput out) {
        if (isWord(value, out)) {
            return;
        }
        String text = format(Double.toString(value), DOUBLE_DIGITS);
        if (Math.abs(value) < LEAST_DOUBLES) {
            String shorter = withOneDigit(text);
            if (Double.parseDouble(shorter) == value) {
                text = shorter;
            }
        }
        ValueText.string(text, out);
    }

    static void append(float value, XmlOutput out) {
        if (isWord(value, out)) {
            return;
        }
        String text = format(Float.toString(value), FLOAT_DIGITS);
        if (Math.abs(value) < LEAST_FLOATS) {
            String shorter = withOneDigit(text);
            if (Float.parseFloat(shorter) == value) {
                text = shorter;
            }
        }
        ValueText.string(text, out);
    }

    /** Writes what has no digits. */
    private static boolean isWord(double value, XmlOutput out) {
        if (Double.isNaN(value)) {
            ValueText.string("NaN", out);
        } else if (Double.isInfinite(value)) {
            ValueText.string(value > 0 ? "INF" : "-INF", out);
        } else {
            return false;
        }
        return true;
    }

    /** Java gives two digits at least, where the least numbers need one. */
    private static String withOneDigit(String text) {
        int point = text.indexOf('.');
        int e = text.indexOf('E');
        if (point < 0 || e != point + 2) {
            return text;
        }
        int digit = text.charAt(point - 1) - '0' + (text.charAt(point + 1) >= '5' ? 1 : 0);
        return digit > 9 ? text : text.substring(0, point - 1) + digit + text.substring(e);
    }

    /** From the form of Java, which has the right digits: {@code 12.5}, {@code 1.0E10}. */
    private static String format(String javaForm, int exactDigits) {
        int begin = javaForm.charAt(0) == '-' ? 1 : 0;
        int e = javaForm.indexOf('E');
        int end = e < 0 ? javaForm.length() : e;
        int point = javaForm.indexOf('.');
        String digits = javaForm.substring(begin, point) + javaForm.substring(point + 1, end);
        int exponent =
                point - begin - 1 + (e < 0 ? 0 : Integer.parseInt(javaForm.substring(e + 1)));
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
            exponent--;
        }
        int last = digits.length();
        while (last > first + 1 && digits.charAt(last - 1) == '0') {
            last--;
        }
        digits = digits.substring(first, last);
        var text = new StringBuilder(begin == 1 ? "-" : "");
        if (digits.equals("0")) {
            return text.append('0').toString();
        }
        if (exponent >= Math.max(exactDigits, digits.length()) || exponent < -4) {
            scientific(text, digits, exponent);
        } else {
            plain(text, digits, exponent);
        }
        return text.toString();
    }

    private static void plain(StringBuilder text, String digits, int exponent) {
        if (exponent < 0) {
            text.append("0.").repeat('0', -exponent - 1).append(digits);
        } else if (exponent >= digits.length() - 1) {
            text.append(digits).repeat('0', exponent - digits.length() + 1);
        } else {
            text.append(digits, 0, exponent + 1)
                    .append('.')
                    .append(digits, exponent + 1, digits.length());
        }
    }

    private static void scientific(StringBuilder text, String digits, int exponent) {
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        text.append('E').append(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        if (size < 10) {
            text.append('0');
        }
        text.append(size);
    }
}

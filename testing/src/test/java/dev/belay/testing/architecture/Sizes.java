package dev.belay.testing.architecture;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;

/** How long methods are, by the numbers of their lines in the class file. */
final class Sizes {
    private Sizes() {}

    /**
     * Names the methods with more lines than that. Initializers of classes are data; a constructor
     * has those of the fields in it, so that only its lines with code count.
     */
    static List<String> methodsLongerThan(int limit, byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        List<String> found = new ArrayList<>();
        for (MethodModel method : model.methods()) {
            int lines = method.code().map(code -> lines(method, code)).orElse(0);
            if (lines > limit) {
                found.add(
                        model.thisClass().asInternalName().replace('/', '.')
                                + "."
                                + method.methodName().stringValue()
                                + " has "
                                + lines
                                + " lines");
            }
        }
        return found;
    }

    private static int lines(MethodModel method, CodeModel code) {
        List<Integer> numbers =
                code.findAttributes(Attributes.lineNumberTable()).stream()
                        .flatMap(table -> table.lineNumbers().stream())
                        .map(LineNumberInfo::lineNumber)
                        .distinct()
                        .toList();
        return switch (method.methodName().stringValue()) {
            case "<clinit>" -> 0;
            case "<init>" -> numbers.size();
            default -> {
                IntSummaryStatistics all =
                        numbers.stream().mapToInt(Integer::intValue).summaryStatistics();
                yield numbers.isEmpty() ? 0 : all.getMax() - all.getMin() + 1;
            }
        };
    }
}

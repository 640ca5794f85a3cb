package dev.belay.compiler;

import dev.belay.metadata.Metadata;
import dev.belay.metadata.document.Diagnostic;
import dev.belay.metadata.document.Place;
import dev.belay.metadata.document.Severity;
import dev.belay.metadata.schema.ElementShape;
import dev.belay.metadata.schema.Member;
import dev.belay.metadata.schema.StructShape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes Java source of a checked description. The same description and options give the same octets
 * each time. Immutable; any thread may use it; it does not read or write files.
 */
public final class ContractCompiler {
    /** What the virtual machine takes; a long or a double counts twice. */
    private static final int MAX_PARAMETERS = 254;

    private final CompilerOptions options;

    public ContractCompiler(CompilerOptions options) {
        this.options = options;
    }

    /** The files for all contracts; none if the description has errors. */
    public Compilation compile(Metadata metadata) {
        List<Diagnostic> diagnostics = new ArrayList<>(metadata.diagnostics());
        if (metadata.failed()) {
            return new Compilation(List.of(), diagnostics);
        }
        if (metadata.contracts().isEmpty()) {
            diagnostics.add(nothing(diagnostics));
            return new Compilation(List.of(), diagnostics);
        }
        Planner planner = new Planner(metadata);
        List<ContractPlan> contracts = planner.plan();
        Plan plan = plan(metadata, planner);
        diagnostics.addAll(tooLarge(plan));
        Compilation checked = new Compilation(List.of(), diagnostics);
        return checked.failed()
                ? checked
                : new Compilation(generate(plan, planner, contracts), diagnostics);
    }

    private static Diagnostic nothing(List<Diagnostic> others) {
        Place place =
                others.isEmpty() ? new Place("the description", 0, 0) : others.getFirst().place();
        return new Diagnostic(
                Severity.ERROR,
                new Place(place.document(), 0, 0),
                "",
                "nothing to compile: no port type with a SOAP binding");
    }

    private static List<Diagnostic> tooLarge(Plan plan) {
        List<Diagnostic> found = new ArrayList<>();
        for (StructShape struct : plan.names().allStructs()) {
            int parameters = 0;
            for (Field field : plan.fields(struct)) {
                String type = field.type().name();
                parameters += type.equals("long") || type.equals("double") ? 2 : 1;
            }
            if (parameters > MAX_PARAMETERS) {
                found.add(
                        new Diagnostic(
                                Severity.ERROR,
                                struct.place(),
                                struct.name().localName(),
                                "has more members than a record has room for: "
                                        + struct.members().size()));
            }
        }
        return found;
    }

    private Plan plan(Metadata metadata, Planner planner) {
        String namespace = metadata.contracts().getFirst().name().namespace().toString();
        String given = options.packageName();
        String packageName = given == null ? JavaNames.packageOf(namespace) : given;
        return new Plan(packageName, namespace, metadata.dataContracts(), options, planner.names());
    }

    private static List<SourceFile> generate(
            Plan plan, Planner planner, List<ContractPlan> contracts) {
        List<SourceFile> files = new ArrayList<>();
        files.add(PackageGenerator.generate(plan.packageName(), plan.namespace()));
        generateTypes(plan, planner, files);
        generateContracts(plan, contracts, files);
        planner.exceptions()
                .forEach(
                        (element, name) -> {
                            ElementShape detail = planner.detail(element);
                            files.add(new FaultGenerator(plan).generate(detail, name));
                        });
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    private static void generateTypes(Plan plan, Planner planner, List<SourceFile> files) {
        RecordGenerator records = new RecordGenerator(plan);
        EnumGenerator enums = new EnumGenerator(plan);
        planner.shapes().enums().forEach(e -> files.add(enums.generate(e)));
        Set<Member> choices = Collections.newSetFromMap(new IdentityHashMap<>());
        for (StructShape struct : planner.shapes().structs()) {
            if (TypeNames.isInterface(struct)) {
                files.add(new InterfaceGenerator(plan).generate(struct));
            }
            if (!TypeNames.isInterface(struct) || !struct.isAbstract()) {
                files.add(records.generate(struct));
            }
            generateChoices(plan, struct, choices, files);
        }
        for (StructShape wrapper : planner.wrappers()) {
            files.add(
                    planner.isVisible(wrapper)
                            ? records.generate(wrapper)
                            : records.generateHidden(wrapper));
        }
    }

    private static void generateChoices(
            Plan plan, StructShape struct, Set<Member> done, List<SourceFile> files) {
        for (Member member : struct.members()) {
            if (member.kind() == Member.Kind.CHOICE && done.add(member)) {
                files.add(new ChoiceGenerator(plan).generate(struct, member));
            }
        }
    }

    private static void generateContracts(
            Plan plan, List<ContractPlan> contracts, List<SourceFile> files) {
        RecordGenerator records = new RecordGenerator(plan);
        for (ContractPlan contract : contracts) {
            files.add(new ContractGenerator(plan).generate(contract));
            files.add(new ClientGenerator(plan).generate(contract));
            for (OperationPlan operation : contract.operations()) {
                MessagePlan output = operation.output();
                if (operation.input().form() == MessagePlan.Form.CONTRACT) {
                    files.add(records.generateContract(operation.input()));
                }
                if (output != null && output.form() == MessagePlan.Form.CONTRACT) {
                    files.add(records.generateContract(output));
                }
            }
        }
    }
}

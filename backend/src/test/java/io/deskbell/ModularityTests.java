package io.deskbell;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The modules keep to the arrows of the architecture.
 */
class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheyAreAllowed() {
        ApplicationModules.of(DeskbellApplication.class).verify();
    }

    @Test
    void onlyRealtimeSendsToTheBroker() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(DeskbellApplication.class);
        noClasses().that()
            .resideOutsideOfPackage("io.deskbell.realtime..")
            .should()
            .dependOnClassesThat(assignableTo(SimpMessageSendingOperations.class))
            .because("realtime publishes, and only what is committed")
            .check(classes);
    }

    @Test
    void whatStartsAServerIsNoUnitTest() {
        JavaClasses tests = new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackagesOf(DeskbellApplication.class);
        classes().that()
            .areMetaAnnotatedWith(SpringBootTest.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveNameMatching(".*IT(\\$.+)?")
            .because("only what ends in IT waits until the unit tests have passed, and shares its servers")
            .check(tests);
    }

}

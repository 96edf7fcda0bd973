package io.deskbell;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.repository.CrudRepository;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
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
    void whatAdminsMakeIsInsertedAndNeverMerged() {
        JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.deskbell.account", "io.deskbell.region");
        noClasses().should()
            .callMethodWhere(target(nameStartingWith("save")).and(targetOwner(assignableTo(CrudRepository.class))))
            .because("a new thing with its own key would be written over one that was made at the same moment")
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

package uk.thinkuknow.common;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.thinkuknow.ProductClasses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Checks in the compiled code that transactions are begun so that they are retried after a conflict. */
class TransactionRulesTest {
    /** The priority of Narayana's interceptor, which begins the transaction. */
    private static final int TRANSACTION_BEGINS = 200;

    @Test
    void retryOnConflictRunsAroundTheInterceptorThatBeginsTransactions() {
        assertEquals(
                TxType.REQUIRED,
                RetryOnConflict.class.getAnnotation(Transactional.class).value());
        assertTrue(RetryOnConflict.class.getAnnotation(Priority.class).value() < TRANSACTION_BEGINS);
    }

    @Test
    void everyTransactionalMethodCanBeIntercepted() {
        var methods = ProductClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .toList();
        assertTrue(methods.size() > 400, "" + methods.size());
        assertEquals(
                List.of(),
                methods.stream().filter(method -> !isIntercepted(method)).toList());
    }

    /** A method that requires an existing transaction is retried with it. */
    @Test
    void everyTransactionalClassAndMethodIsRequiredOrMandatory() {
        var others = ProductClasses.ALL.stream()
                .filter(type -> !type.isEquivalentTo(RetryOnConflict.class))
                .flatMap(type -> Stream.concat(Stream.of(type), type.getMethods().stream()))
                .filter(each -> each.tryGetAnnotationOfType(Transactional.class)
                        .filter(bound -> bound.value() != TxType.REQUIRED && bound.value() != TxType.MANDATORY)
                        .isPresent())
                .toList();
        assertEquals(List.of(), others);
    }

    /** A checked exception would leave what was written, and so would one that an annotation names. */
    @Test
    void whateverFailsATransactionTakesItBack() {
        var leave = ProductClasses.ALL.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), type.getMethods().stream()))
                .filter(each -> each.tryGetAnnotationOfType(Transactional.class)
                        .filter(bound -> bound.dontRollbackOn().length > 0 || throwsChecked(each))
                        .isPresent())
                .toList();
        assertEquals(List.of(), leave);
    }

    private static boolean throwsChecked(Object annotated) {
        return annotated instanceof JavaMethod method
                && method.getExceptionTypes().stream().anyMatch(type -> !type.isAssignableTo(RuntimeException.class));
    }

    @Test
    void onlyRetryOnConflictBeginsTransactionsInCode() {
        assertEquals(
                List.of(),
                callsTo(QuarkusTransaction.class, UserTransaction.class, TransactionManager.class)
                        .map(JavaMethodCall::getOrigin)
                        .map(JavaCodeUnit::getFullName)
                        .toList());
    }

    @Test
    void classesThatCommitAConnectionUseRetryOnConflict() {
        var commits = callsTo(Connection.class)
                .filter(call -> call.getName().equals("commit"))
                .map(JavaMethodCall::getOriginOwner)
                .toList();
        assertEquals(2, commits.size(), commits::toString);
        assertEquals(
                List.of(),
                commits.stream()
                        .filter(type -> type.getMethodCallsFromSelf().stream()
                                .noneMatch(call -> call.getTargetOwner().isEquivalentTo(RetryOnConflict.class)))
                        .toList());
    }

    /** Returns whether CDI can intercept the method: its class is a bean, and a subclass can override the method. */
    private static boolean isIntercepted(JavaMethod method) {
        var owner = method.getOwner();
        return (owner.isAnnotatedWith(Singleton.class) || owner.isAnnotatedWith(ApplicationScoped.class))
                && Stream.of(JavaModifier.PRIVATE, JavaModifier.STATIC, JavaModifier.FINAL)
                        .noneMatch(method.getModifiers()::contains);
    }

    private static Stream<JavaMethodCall> callsTo(Class<?>... types) {
        return ProductClasses.ALL.stream()
                .filter(type -> !type.isEquivalentTo(RetryOnConflict.class))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> Arrays.stream(types).anyMatch(call.getTargetOwner()::isEquivalentTo));
    }
}

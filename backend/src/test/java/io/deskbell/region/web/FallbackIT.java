package io.deskbell.region.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.deskbell.region.RegionDirectory;
import io.deskbell.testing.Deskbell;
import io.deskbell.testing.DeskbellServer;
import io.deskbell.testing.HttpAnswer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Chains of fallback regions end somewhere, whoever changes them at once. */
@DeskbellServer
public class FallbackIT {

    private static final int ROUNDS = 40;

    @Autowired
    private Deskbell deskbell;

    @Autowired
    private RegionDirectory directory;

    @Test
    void twoThatBecomeEachOthersFallbackAtTheSameMomentMakeNoLoop() throws Exception {
        String one = this.deskbell.admin().region();
        String other = this.deskbell.admin().region();
        for (int round = 0; round < ROUNDS; round++) {
            List<HttpAnswer> answers = atOnce(() -> setFallback(one, other), () -> setFallback(other, one));
            assertThat(answers.stream().map(HttpAnswer::status)).containsExactlyInAnyOrder(200, 400);
            answers.stream().filter((answer) -> answer.status() == 400).forEach((answer) -> answer.names("fallback"));
            assertThat(List.of(this.directory.fallbackOf(one), this.directory.fallbackOf(other)))
                .satisfiesOnlyOnce((fallback) -> assertThat(fallback).isPresent())
                .satisfiesOnlyOnce((fallback) -> assertThat(fallback).isEmpty());
            clear(one);
            clear(other);
        }
    }

    @Test
    void aRenamingAtTheSameMomentBringsNoFallbackBack() throws Exception {
        String one = this.deskbell.admin().region();
        String other = this.deskbell.admin().region();
        for (int round = 0; round < ROUNDS; round++) {
            setFallback(one, other).is(200);
            String name = "Round " + round;
            List<HttpAnswer> answers = atOnce(() -> clear(one),
                    () -> this.deskbell.admin().browser().patch(path(one), Map.of("name", name)));
            answers.forEach((answer) -> answer.is(200));
            assertThat(this.directory.fallbackOf(one)).isEmpty();
            assertThat(this.directory.region(one).orElseThrow().getName()).isEqualTo(name);
        }
    }

    private HttpAnswer setFallback(String region, String fallback) {
        return this.deskbell.admin().browser().patch(path(region), Map.of("fallback", fallback));
    }

    private HttpAnswer clear(String region) {
        return this.deskbell.admin().browser().patch(path(region), "{\"fallback\": null}").is(200);
    }

    private static String path(String region) {
        return "/api/admin/regions/" + region;
    }

    private static List<HttpAnswer> atOnce(Callable<HttpAnswer> one, Callable<HttpAnswer> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<HttpAnswer> first = threads.submit(() -> {
                start.await();
                return one.call();
            });
            start.await();
            return List.of(other.call(), first.get());
        }
    }

}

package io.deskbell.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/**
 * The regions that there are, with their desks and guides. The first ones are the
 * busiest.
 *
 * @param guides by region
 */
record Staff(Map<String, Region> regions, List<Desk> desks, Map<String, List<Person>> guides, List<Person> admins) {

    private static final double SKEW_OF_DESKS = 1.5;

    private static final double SKEW_OF_GUIDES = 2;

    static Staff of(Connection connection) throws SQLException {
        Map<String, Region> regions = new LinkedHashMap<>();
        List<Desk> desks = new ArrayList<>();
        Map<String, List<Person>> guides = new LinkedHashMap<>();
        List<Person> admins = new ArrayList<>();
        Sql.each(connection, "select code, name, fallback from regions order by code", (row) -> regions
            .put(row.getString(1), new Region(row.getString(1), row.getString(2), row.getString(3))));
        Sql.each(connection, "select code, name, region from desks order by code",
                (row) -> desks.add(new Desk(row.getString(1), row.getString(2), row.getString(3))));
        Sql.each(connection, """
                select r.region, a.username, a.display_name from account_regions r
                join accounts a on a.username = r.username where a.role = 'GUIDE' order by a.username""",
                (row) -> guides.computeIfAbsent(row.getString(1), (region) -> new ArrayList<>())
                    .add(new Person(row.getString(2), row.getString(3))));
        Sql.each(connection, "select username, display_name from accounts where role = 'ADMIN' order by username",
                (row) -> admins.add(new Person(row.getString(1), row.getString(2))));
        if (desks.isEmpty() || admins.isEmpty() || !guides.keySet().containsAll(regions.keySet())) {
            throw new IllegalStateException("There must be desks, an admin, and guides in each region");
        }
        return new Staff(regions, desks, guides, admins);
    }

    Desk desk(Random random) {
        return skewed(this.desks, SKEW_OF_DESKS, random);
    }

    Person guide(String region, Random random) {
        return skewed(guidesOf(region), SKEW_OF_GUIDES, random);
    }

    List<Person> guidesOf(String region) {
        return this.guides.getOrDefault(region, List.of());
    }

    /** Where calls of a region ring too after a while; null where nowhere. */
    @Nullable String fallbackOf(String region) {
        Region found = this.regions.get(region);
        return (found != null) ? found.fallback() : null;
    }

    Person admin(Random random) {
        return skewed(this.admins, 1, random);
    }

    private static <T> T skewed(List<T> all, double skew, Random random) {
        return all.get((int) (all.size() * Math.pow(random.nextDouble(), skew)));
    }

    /** Adds a guide of a region who is like another one, password included. */
    static void hire(Connection connection, String like, String username, String region) throws SQLException {
        Sql.update(connection, """
                insert into accounts
                (username, display_name, role, password_hash, enabled, max_calls, presence, created_at)
                select cast(? as varchar(32)), cast(? as varchar(32)),
                role, password_hash, enabled, max_calls, presence, created_at
                from accounts where username = ?""", username, username, like);
        Sql.update(connection, "insert into account_regions (username, region) values (?, ?)", username, region);
    }

    record Region(String code, String name, @Nullable String fallback) {
    }

    record Desk(String code, String name, String region) {
    }

    record Person(String username, String name) {
    }

}

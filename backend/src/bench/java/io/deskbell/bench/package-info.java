/**
 * Measures Deskbell beside what people would use instead, both in one run: absolute
 * figures do not travel from machine to machine, ratios do.
 * <p>
 * <b>Who is measured.</b> The real jar with all its checks on, known by its public
 * protocol only; <i>naive</i>, the usual tutorial (an entity saved in its own transaction
 * by a message mapping that returns it to a topic, all defaults, on Tomcat); and
 * <i>relay</i>, Spring's simple broker that stores nothing, on Tomcat and on Jetty, of
 * which the better one counts. One server is alive at a time, each a process with the
 * same heap and collector, in an empty folder, pinned to one core; the driver has
 * another.
 * <p>
 * <b>Chat.</b> Pairs talk 1:1 with texts of 100 characters, both sides send. <i>W=8</i>
 * is a closed loop: eight messages of each sender are in flight, and the sender's own
 * copy, which a server sends once it has taken the message, releases the next. What is
 * counted is what the <i>other</i> side gets. <i>1000/s</i> is an open loop: messages go
 * out by a fixed schedule over all senders, and a latency runs from the moment at which
 * the message should have gone, so that a server that stalls is not asked less
 * (coordinated omission). Each text carries its sender and its number: every receiver
 * checks that nothing is lost, comes twice or out of order, in the warm-up too.
 * <p>
 * <b>Alerts.</b> Guides with accounts of their own follow one region and are available; a
 * desk rings, and the time runs until the last guide has it. The desk hangs up before the
 * next. The tutorial's equivalent is one saved message to all who follow a topic.
 * <p>
 * <b>Idle.</b> Connections that have subscribed and only beat; memory is what a process
 * has just after full collections, less than it had before they came. A few hundred were
 * opened and closed before, so that what comes once is not counted. Then pairs talk and
 * guides are alerted beside the idle ones, and once more when these have gone; the second
 * is the warmer measurement, so the ratio is rather too high than too low. The CPU that
 * beats take by themselves is measured first and taken off.
 * <p>
 * <b>Start.</b> The ways to start take turns, each time with no data; the time runs from
 * the start of the process to the first healthy answer.
 * <p>
 * <b>History.</b> A house that has been open for two years, and the same house after a
 * hundredth of that time, with as much going on each day: what a page asks for must cost
 * what it shows, not what lies behind it. Its regions, desks and first guides are made
 * over HTTP, its past is written into the database, the same each time ({@code seed}).
 * Something is written before each request, since H2 remembers what an unchanged query
 * found.
 * <p>
 * <b>Noise.</b> The warm-up is the same for all, and long, since the compiler shares the
 * one core. During each window, what others took of the machine (steal included) is
 * counted; a window in which it was more than 15 % of a CPU is not quiet. Figures are
 * medians (with the least and the most) of the quiet windows; further windows are
 * measured where fewer than five were quiet, and figures that still have too few are of
 * all windows and marked {@code *}.
 */
@NullMarked
package io.deskbell.bench;

import org.jspecify.annotations.NullMarked;

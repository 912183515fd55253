/** Schedules: files that say when, a clustered Quartz that keeps time, runs that can be asked. */
@NullMarked
package io.entrepot.app.schedule;

import org.jspecify.annotations.NullMarked;

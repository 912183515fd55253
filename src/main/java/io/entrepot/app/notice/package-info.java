/**
 * What buyers are told: a notice's template, in their language, with amounts as they write them.
 */
@NullMarked
package io.entrepot.app.notice;

import org.jspecify.annotations.NullMarked;

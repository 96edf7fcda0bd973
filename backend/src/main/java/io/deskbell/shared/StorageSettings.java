package io.deskbell.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is stored is kept.
 *
 * @param forced whether what the embedded database has committed is forced to the disk
 * before anybody hears of it
 */
@ConfigurationProperties("deskbell.storage")
record StorageSettings(@DefaultValue("true") boolean forced) {
}

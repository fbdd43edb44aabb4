/** Finds plugins, reads their descriptors, orders them and gives each its class loader. Only this package opens plugin jars. */
@NullMarked
package org.spoolbot.engine.plugin.loading;

import org.jspecify.annotations.NullMarked;

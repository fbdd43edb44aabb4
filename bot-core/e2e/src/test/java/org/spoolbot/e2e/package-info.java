/** Tests of the assembled server and of the walls between its modules. */
package org.spoolbot.e2e;

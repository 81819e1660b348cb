import { Command, type CommanderError, type Help } from 'commander';
import { Refusal } from './io/refusal.js';
import type { Session } from './session.js';

/** Thrown once help or version has been printed: nothing is left to do. */
export class Answered extends Error {
  override readonly name = 'Answered';
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'global-options',
  'Commands:': 'commands',
};

/** A command whose help and complaints are in the user's language. */
export class LocalisedCommand extends Command {
  constructor(
    private readonly session: Session,
    name: string,
    text = name,
  ) {
    super(name);
    const { t } = session;
    this.description(t(`command.${text}.description`));
    this.summary(t(`command.${text}.summary`));
    this.addHelpText(
      'after',
      `\n${t('help.examples')}\n${examples(t(`command.${text}.example`))}\n`,
    );
    this.helpOption('-h, --help', t('option.help'));
    this.helpCommand(false);
    this.showHelpAfterError(false);
    this.configureHelp({ showGlobalOptions: true, styleTitle: (title) => this.title(title) });
    this.configureOutput({
      writeOut: (text) => session.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => 100,
    });
    this.exitOverride((error) => this.leave(error));
  }

  /**
   * Adds a subcommand of the same kind.
   * @param text key of its texts, where another command has the same name
   */
  nest(name: string, text = name): LocalisedCommand {
    const { t } = this.session;
    const command = new LocalisedCommand(this.session, name, text);
    this.addCommand(command);
    this.helpCommand(`help [${t('argument.command')}]`, t('command.help.summary'));
    return command;
  }

  override createHelp(): Help {
    const help = super.createHelp();
    const usageOf = help.commandUsage.bind(help);
    const describe = help.optionDescription.bind(help);
    help.optionDescription = (option) =>
      describe(option).replace('(default: ', `(${this.session.t('help.default')}: `);
    help.subcommandTerm = (command) => command.name();
    help.commandUsage = (command) =>
      usageOf(command)
        .replace('[options]', `[${this.session.t('argument.options')}]`)
        .replace('[command]', `[${this.session.t('argument.command')}]`);
    return help;
  }

  private title(title: string): string {
    const key = TITLES[title];
    return key === undefined ? title : this.session.t(`help.${key}`);
  }

  /** Commander's reasons for stopping, in our words. */
  private leave(error: CommanderError): never {
    const { code, message } = error;
    const asked = code === 'commander.help' && error.exitCode === 0;
    if (asked || code === 'commander.helpDisplayed' || code === 'commander.version')
      throw new Answered();
    if (code === 'commander.help') throw this.withoutSubcommand();
    const [named = ''] = /'([^']*)'/.exec(message)?.slice(1) ?? [];
    const params = { named, possible: this.possible(code), command: this.fullName() };
    throw new Refusal(USAGE_CODES[code] ?? 'USAGE', params);
  }

  /** `sukoyaka help` asks for help; `sukoyaka` alone lacks a command. */
  private withoutSubcommand(): Error {
    return new Refusal('COMMAND_MISSING', {
      possible: this.possible('commander.unknownCommand'),
      command: this.fullName(),
    });
  }

  private possible(code: string): string {
    if (code === 'commander.unknownCommand') {
      return this.commands.map((command) => command.name()).join(', ');
    }
    return this.optionNames().join(', ');
  }

  /** Its own options and those of the commands above. */
  private optionNames(): readonly string[] {
    const above = this.parent instanceof LocalisedCommand ? this.parent.optionNames() : [];
    return [...this.options.flatMap((option) => option.long ?? []), ...above];
  }

  private fullName(): string {
    const above = this.parent instanceof LocalisedCommand ? `${this.parent.fullName()} ` : '';
    return above + this.name();
  }
}

const USAGE_CODES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'OPTION_UNKNOWN',
  'commander.unknownCommand': 'COMMAND_UNKNOWN',
  'commander.optionMissingArgument': 'OPTION_WITHOUT_VALUE',
  'commander.missingMandatoryOptionValue': 'OPTION_MISSING',
  'commander.missingArgument': 'ARGUMENT_MISSING',
  'commander.excessArguments': 'ARGUMENTS_EXCESS',
};

function examples(lines: string): string {
  return lines
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
